// What terminfo says of the terminal. Apart from the rest because <term.h> makes macros of ordinary words.
#include "CTerminal.h"

#include "../CNcurses/CNcurses.h"
#include "internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

int ct_color_count(void) {
  int error = 0;
  if (setupterm(NULL, STDOUT_FILENO, &error) != OK) return 0;
  int count = tigetnum("colors");
  return count > 0 ? count : 0;
}

// xterm's sequences, which every terminal that brackets at all uses; terminfo often leaves them out.
static bool brackets = false;

void ct_learn_pastes(void) {
  static const char *const families[] = {"xterm", "screen", "tmux", "rxvt", "alacritty", "foot", "kitty", "vte", "st-"};
  const char *name = getenv("TERM");
  const char *begin = tigetstr("BE");
  brackets = begin != NULL && begin != (char *)-1;
  for (size_t i = 0; !brackets && name != NULL && i < sizeof families / sizeof *families; i++)
    brackets = strncmp(name, families[i], strlen(families[i])) == 0;
  if (!brackets) return;
  define_key("\033[200~", ct_code_paste_begin);
  define_key("\033[201~", ct_code_paste_end);
}

void ct_bracket_pastes(bool on) {
  if (!brackets) return;
  fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
  fflush(stdout);
}
