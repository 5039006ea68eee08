#define _GNU_SOURCE 1
#include "CTerminal.h"

#include "../CNcurses/CNcurses.h"
#include "internal.h"
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen = NULL;

bool ct_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

void ct_set_locale(void) {
  const char *found = setlocale(LC_CTYPE, "");
  if (found == NULL || strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0) setlocale(LC_CTYPE, "C.UTF-8");
}

bool ct_start(bool mouse) {
  // initscr would end the program where the terminal is unknown; newterm says so.
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return false;
  set_term(screen);
  cbreak();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  set_escdelay(25);
  ct_learn_pastes();
  if (mouse) {
    mouseinterval(0);
    mousemask(BUTTON1_PRESSED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
  }
  // ^C, ^\ and ^S arrive as keys: a reflex must not end the session or freeze it. ^Z still suspends.
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) == 0) {
    modes.c_cc[VINTR] = _POSIX_VDISABLE;
    modes.c_cc[VQUIT] = _POSIX_VDISABLE;
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
    def_prog_mode();
  }
  ct_bracket_pastes(true);
  return true;
}

void ct_suspend(void) {
  ct_bracket_pastes(false);
  endwin();
}

void ct_stop(void) {
  if (screen == NULL) return;
  curs_set(1);
  ct_bracket_pastes(false);
  endwin();
  delscreen(screen);
  screen = NULL;
}

int ct_rows(void) { return getmaxy(stdscr); }
int ct_columns(void) { return getmaxx(stdscr); }

bool ct_fit_to_terminal(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return false;
  // Not resizeterm: that one also queues a KEY_RESIZE.
  return resize_term(size.ws_row, size.ws_col) == OK;
}

int ct_start_colors(void) {
  if (!has_colors() || start_color() != OK) return 0;
  use_default_colors();
  return COLORS;
}

int ct_pair_limit(void) { return COLOR_PAIRS; }

bool ct_define_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

const uint32_t ct_bold = A_BOLD, ct_dim = A_DIM, ct_underline = A_UNDERLINE, ct_reverse = A_REVERSE, ct_italic = A_ITALIC;

void ct_set_style(uint32_t attributes, int pair) { attr_set(attributes, (short)(pair > 32767 ? 0 : pair), &pair); }
void ct_put(int row, int column, const char *utf8, int length) { mvaddnstr(row, column, utf8, length); }
void ct_erase(void) { erase(); }
void ct_redraw(void) {
  clearok(curscr, TRUE);
  ct_bracket_pastes(true);
}

void ct_place_cursor(int row, int column, bool visible) {
  move(row, column);
  curs_set(visible ? 1 : 0);
}

void ct_refresh(void) { refresh(); }

int ct_width(const char *utf8, int length) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  int columns = 0;
  while (length > 0) {
    wchar_t scalar;
    size_t used = mbrtowc(&scalar, utf8, (size_t)length, &state);
    if (used == 0 || used == (size_t)-1 || used == (size_t)-2) return -1;
    int width = wcwidth(scalar);
    if (width < 0) return -1;
    columns += width;
    utf8 += used;
    length -= (int)used;
  }
  return columns;
}
