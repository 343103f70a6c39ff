#include "CShippedRules.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// A test holds this list against the folder.

static const unsigned char account[] = {
#embed "../../rules/account.lua"
};
static const unsigned char groups[] = {
#embed "../../rules/groups.lua"
};
static const unsigned char guards[] = {
#embed "../../rules/guards.lua"
};
static const unsigned char guards_test[] = {
#embed "../../rules/guards_test.lua"
};
static const unsigned char night[] = {
#embed "../../rules/night.lua"
};
static const unsigned char people[] = {
#embed "../../rules/people.lua"
};
static const unsigned char people_test[] = {
#embed "../../rules/people_test.lua"
};
static const unsigned char words[] = {
#embed "../../rules/words.lua"
};
static const unsigned char work[] = {
#embed "../../rules/work.lua"
};

#define FILE_NAMED(name) {#name ".lua", name, sizeof(name)}

static const understudy_shipped_rule_file files[] = {
    FILE_NAMED(account), FILE_NAMED(groups),      FILE_NAMED(guards), FILE_NAMED(guards_test),
    FILE_NAMED(night),   FILE_NAMED(people),      FILE_NAMED(people_test),
    FILE_NAMED(words),   FILE_NAMED(work),
};

size_t understudy_shipped_rule_count(void) { return sizeof(files) / sizeof(files[0]); }

understudy_shipped_rule_file understudy_shipped_rule(size_t index) { return files[index]; }
