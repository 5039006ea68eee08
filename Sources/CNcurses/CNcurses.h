#pragma once
// Without this the wide-character half of the library stays undeclared.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
