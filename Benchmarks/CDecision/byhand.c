#define _GNU_SOURCE
#include "CDecision.h"
#include <lua5.4/lauxlib.h>
#include <lua5.4/lua.h>
#include <lua5.4/lualib.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { MOST_DELAYS = 8, LONGEST_NAME = 32 };

typedef struct {
  char name[LONGEST_NAME];
  double notice, reading, typing;   // in seconds
} delay;

struct byhand_rules {
  lua_State *lua, *thread;
  int function;
  delay delays[MOST_DELAYS];
  int delay_count;
};

static byhand_rules *rules_of(lua_State *L) {
  return *(byhand_rules **)lua_getextraspace(L);
}

// MARK: declarations

// `name "title" {...}`: keeps the title, and calls the body with it and the table. Upvalue: the body.
static int take_table(lua_State *L) {
  lua_settop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_pushvalue(L, 1);
  lua_call(L, 2, 0);
  return 0;
}

static int take_title(lua_State *L) {
  luaL_checkstring(L, 1);
  lua_settop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_pushcclosure(L, take_table, 2);
  return 1;
}

static int declare_rule(lua_State *L) {
  if (lua_getfield(L, 2, "run") != LUA_TFUNCTION) return luaL_error(L, "a rule needs run");
  rules_of(L)->function = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

// "1h", "2s"
static double seconds(lua_State *L, int table, const char *key) {
  lua_getfield(L, table, key);
  char *unit;
  double value = strtod(luaL_checkstring(L, -1), &unit);
  lua_pop(L, 1);
  return value * (*unit == 'h' ? 3600 : *unit == 'm' ? 60 : 1);
}

static int declare_delay(lua_State *L) {
  byhand_rules *rules = rules_of(L);
  if (rules->delay_count == MOST_DELAYS) return luaL_error(L, "too many delays");
  delay *d = &rules->delays[rules->delay_count++];
  strncpy(d->name, luaL_checkstring(L, 1), LONGEST_NAME - 1);
  d->notice = seconds(L, 2, "notice");
  d->reading = seconds(L, 2, "reading");
  d->typing = seconds(L, 2, "typing");
  return 0;
}

static const delay *named_delay(const byhand_rules *rules, const char *name) {
  for (int i = 0; i < rules->delay_count; i++)
    if (strcmp(rules->delays[i].name, name) == 0) return &rules->delays[i];
  return NULL;
}

// MARK: actions

// `reply { "text", delay = "name", quote = true }`: checks the table and marks it as an action.
static int make_reply(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  bool has_text = false;
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    if (lua_isinteger(L, 2) && lua_tointeger(L, 2) == 1 && lua_type(L, 3) == LUA_TSTRING) {
      has_text = true;
    } else if (lua_type(L, 2) != LUA_TSTRING) {
      return luaL_error(L, "reply takes a text");
    } else if (strcmp(lua_tostring(L, 2), "delay") == 0) {
      if (lua_type(L, 3) != LUA_TSTRING || named_delay(rules_of(L), lua_tostring(L, 3)) == NULL)
        return luaL_error(L, "no such delay");
    } else if (strcmp(lua_tostring(L, 2), "quote") == 0) {
      if (!lua_isboolean(L, 3)) return luaL_error(L, "quote is true or false");
    } else {
      return luaL_error(L, "unknown key %s", lua_tostring(L, 2));
    }
    lua_pop(L, 1);
  }
  if (!has_text) return luaL_error(L, "reply needs a text");
  luaL_setmetatable(L, "action");
  return 1;
}

// MARK: a state

byhand_rules *byhand_open(const char *text, size_t count) {
  byhand_rules *rules = calloc(1, sizeof *rules);
  lua_State *L = rules == NULL ? NULL : luaL_newstate();
  if (L == NULL) {
    free(rules);
    return NULL;
  }
  rules->lua = L;
  *(byhand_rules **)lua_getextraspace(L) = rules;
  luaL_openlibs(L);
  luaL_newmetatable(L, "action");
  static const luaL_Reg declarations[] = {
    {"rule", declare_rule}, {"delay", declare_delay}, {NULL, NULL}};
  for (const luaL_Reg *one = declarations; one->name != NULL; one++) {
    lua_pushcfunction(L, one->func);
    lua_pushcclosure(L, take_title, 1);
    lua_setglobal(L, one->name);
  }
  lua_register(L, "reply", make_reply);
  rules->thread = lua_newthread(L);
  lua_setfield(L, LUA_REGISTRYINDEX, "thread");
  bool loaded = luaL_loadbufferx(L, text, count, "=rules", "t") == LUA_OK
    && lua_pcall(L, 0, 0, 0) == LUA_OK && rules->function != 0;
  if (loaded) return rules;
  byhand_close(rules);
  return NULL;
}

void byhand_close(byhand_rules *rules) {
  if (rules != NULL) lua_close(rules->lua);
  free(rules);
}

// MARK: a decision

static void set_text(lua_State *L, const char *key, const char *text) {
  lua_pushstring(L, text);
  lua_setfield(L, -2, key);
}

static void set_integer(lua_State *L, const char *key, int64_t value) {
  lua_pushinteger(L, value);
  lua_setfield(L, -2, key);
}

static void set_flag(lua_State *L, const char *key, bool value) {
  lua_pushboolean(L, value);
  lua_setfield(L, -2, key);
}

static void set_person(lua_State *L, int64_t id, const char *first, const char *last) {
  set_integer(L, "id", id);
  lua_pushfstring(L, last != NULL ? "%s %s" : "%s", first, last);
  lua_setfield(L, -2, "name");
  set_text(L, "first_name", first);
  set_text(L, "last_name", last != NULL ? last : "");
}

// What has no value is not in the table; it is read as nil all the same.
static void push_message(lua_State *L, const byhand_message *m) {
  lua_createtable(L, 0, 17);
  set_integer(L, "id", m->id);
  set_text(L, "text", m->text);
  set_integer(L, "date", m->date);
  set_flag(L, "reply_to_me", false);
  set_flag(L, "forwarded", false);
  set_flag(L, "mentions_me", false);
  set_flag(L, "is_question", strchr(m->text, '?') != NULL);
  set_integer(L, "burst", 1);
  lua_createtable(L, 0, 0);
  lua_setfield(L, -2, "entities");
  lua_createtable(L, 0, 9);
  set_integer(L, "id", m->chat);
  set_text(L, "kind", m->kind);
  set_text(L, "title", m->title);
  set_text(L, "username", m->username);
  set_flag(L, "muted", false);
  set_flag(L, "archived", false);
  set_integer(L, "unread", 0);
  lua_setfield(L, -2, "chat");
  lua_createtable(L, 0, 10);
  set_person(L, m->person, m->first_name, m->last_name);
  set_text(L, "username", m->username);
  set_flag(L, "contact", m->contact);
  set_flag(L, "mutual", false);
  set_flag(L, "bot", false);
  set_flag(L, "premium", false);
  lua_setfield(L, -2, "sender");
}

static void push_context(lua_State *L, const byhand_message *m) {
  static const char *const days[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  time_t now = m->now;
  struct tm local;
  gmtime_r(&now, &local);
  lua_createtable(L, 0, 4);
  set_integer(L, "now", m->now);
  lua_createtable(L, 0, 4);
  char date[16];
  strftime(date, sizeof date, "%Y-%m-%d", &local);
  set_text(L, "date", date);
  set_text(L, "weekday", days[local.tm_wday]);
  set_integer(L, "hour", local.tm_hour);
  set_integer(L, "minute", local.tm_min);
  lua_setfield(L, -2, "today");
  lua_createtable(L, 0, 7);
  set_person(L, m->owner, m->owner_first_name, NULL);
  lua_setfield(L, -2, "owner");
  lua_createtable(L, 0, 1);
  lua_createtable(L, 0, 0);
  lua_setfield(L, -2, "chat");
  lua_setfield(L, -2, "store");
}

// An action and a sentence, at the bottom of the thread.
static bool read_plan(byhand_rules *rules, int64_t now, byhand_plan *plan) {
  lua_State *T = rules->thread;
  if (lua_gettop(T) < 1 || !lua_getmetatable(T, 1)) return false;
  luaL_getmetatable(T, "action");
  if (!lua_rawequal(T, -1, -2)) return false;
  lua_rawgeti(T, 1, 1);
  plan->text = strdup(lua_tostring(T, -1));
  lua_getfield(T, 1, "quote");
  plan->quotes = lua_toboolean(T, -1);
  plan->due = now * 1000;
  if (lua_getfield(T, 1, "delay") == LUA_TSTRING) {
    const delay *d = named_delay(rules, lua_tostring(T, -1));
    plan->due += (int64_t)((d->notice + d->reading + d->typing) * 1000);
  }
  plan->reason = lua_type(T, 2) == LUA_TSTRING ? strdup(lua_tostring(T, 2)) : NULL;
  return true;
}

bool byhand_decide(
  byhand_rules *rules, const char *word, const byhand_message *message, byhand_plan *plan
) {
  *plan = (byhand_plan){0};
  if (strcasestr(message->text, word) == NULL) return false;
  lua_State *T = rules->thread;
  lua_rawgeti(T, LUA_REGISTRYINDEX, rules->function);
  push_message(T, message);
  push_context(T, message);
  int results = 0;
  bool finished = lua_resume(T, rules->lua, 2, &results) == LUA_OK;
  bool planned = finished && read_plan(rules, message->now, plan);
  lua_resetthread(T);
  return planned;
}

void byhand_free(byhand_plan *plan) {
  free(plan->text);
  free(plan->reason);
}
