// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

/// Types of the API, layer 229.
package enum API {
  package static var layer: Int32 { 229 }
  package enum Account {}
  package enum Auth {}
  package enum Channels {}
  package enum Contacts {}
  package enum Help {}
  package enum Messages {}
  package enum Storage {}
  package enum Upload {}
  package enum Users {}
}

/// Methods of the API, layer 229.
package enum Methods {
  package enum Account {}
  package enum Auth {}
  package enum Channels {}
  package enum Contacts {}
  package enum Help {}
  package enum Messages {}
  package enum Updates {}
  package enum Upload {}
  package enum Users {}
}

/// MTProto's own types: key exchange and service messages.
package enum MT {
  package enum Help {}
  /// MTProto's own methods.
  package enum Methods {
    package enum Contest {}
  }
}
