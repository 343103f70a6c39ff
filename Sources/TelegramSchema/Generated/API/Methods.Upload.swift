// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Upload {
  /// `upload.getCdnFile#395f69da`
  package struct GetCdnFile: TLMethod {
    package static var constructorID: UInt32 { 0x395f69da }
    package typealias Response = API.Upload.CdnFile
    package let fileToken: [UInt8]
    package let offset: Int64
    package let limit: Int32

    package init(fileToken: [UInt8], offset: Int64, limit: Int32) {
      self.fileToken = fileToken
      self.offset = offset
      self.limit = limit
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.fileToken = try reader.bytes()
      self.offset = try reader.long()
      self.limit = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.bytes(fileToken)
      writer.long(offset)
      writer.int(limit)
    }
  }
  /// `upload.getCdnFileHashes#91dc3f31`
  package struct GetCdnFileHashes: TLMethod {
    package static var constructorID: UInt32 { 0x91dc3f31 }
    package typealias Response = [API.FileHash]
    package let fileToken: [UInt8]
    package let offset: Int64

    package init(fileToken: [UInt8], offset: Int64) {
      self.fileToken = fileToken
      self.offset = offset
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.fileToken = try reader.bytes()
      self.offset = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.bytes(fileToken)
      writer.long(offset)
    }
  }
  /// `upload.getFile#be5335be`
  package struct GetFile: TLMethod {
    package static var constructorID: UInt32 { 0xbe5335be }
    package typealias Response = API.Upload.File
    package let precise: Bool
    package let cdnSupported: Bool
    package let location: API.InputFileLocation
    package let offset: Int64
    package let limit: Int32

    package init(precise: Bool = false, cdnSupported: Bool = false, location: API.InputFileLocation, offset: Int64, limit: Int32) {
      self.precise = precise
      self.cdnSupported = cdnSupported
      self.location = location
      self.offset = offset
      self.limit = limit
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.precise = flagsWord & 0x1 != 0
      self.cdnSupported = flagsWord & 0x2 != 0
      self.location = try API.InputFileLocation(from: &reader)
      self.offset = try reader.long()
      self.limit = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if precise { flagsWord |= 0x1 }
      if cdnSupported { flagsWord |= 0x2 }
      writer.uint(flagsWord)
      location.encode(to: &writer)
      writer.long(offset)
      writer.int(limit)
    }
  }
  /// `upload.reuploadCdnFile#9b2754a8`
  package struct ReuploadCdnFile: TLMethod {
    package static var constructorID: UInt32 { 0x9b2754a8 }
    package typealias Response = [API.FileHash]
    package let fileToken: [UInt8]
    package let requestToken: [UInt8]

    package init(fileToken: [UInt8], requestToken: [UInt8]) {
      self.fileToken = fileToken
      self.requestToken = requestToken
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.fileToken = try reader.bytes()
      self.requestToken = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.bytes(fileToken)
      writer.bytes(requestToken)
    }
  }
  /// `upload.saveBigFilePart#de7b673d`
  package struct SaveBigFilePart: TLMethod {
    package static var constructorID: UInt32 { 0xde7b673d }
    package typealias Response = Bool
    package let fileId: Int64
    package let filePart: Int32
    package let fileTotalParts: Int32
    package let bytes: [UInt8]

    package init(fileId: Int64, filePart: Int32, fileTotalParts: Int32, bytes: [UInt8]) {
      self.fileId = fileId
      self.filePart = filePart
      self.fileTotalParts = fileTotalParts
      self.bytes = bytes
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.fileId = try reader.long()
      self.filePart = try reader.int()
      self.fileTotalParts = try reader.int()
      self.bytes = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(fileId)
      writer.int(filePart)
      writer.int(fileTotalParts)
      writer.bytes(bytes)
    }
  }
  /// `upload.saveFilePart#b304a621`
  package struct SaveFilePart: TLMethod {
    package static var constructorID: UInt32 { 0xb304a621 }
    package typealias Response = Bool
    package let fileId: Int64
    package let filePart: Int32
    package let bytes: [UInt8]

    package init(fileId: Int64, filePart: Int32, bytes: [UInt8]) {
      self.fileId = fileId
      self.filePart = filePart
      self.bytes = bytes
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.fileId = try reader.long()
      self.filePart = try reader.int()
      self.bytes = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(fileId)
      writer.int(filePart)
      writer.bytes(bytes)
    }
  }
}
