// What these files share and Swift does not see.
#pragma once
#include <stdbool.h>

/// Key codes of our own, beyond those of curses.
enum { ct_code_paste_begin = 0x2001, ct_code_paste_end = 0x2002 };

/// Finds out whether the terminal brackets pastes, once curses knows it.
void ct_learn_pastes(void);
/// Asks the terminal to bracket pastes, or not to.
void ct_bracket_pastes(bool on);
