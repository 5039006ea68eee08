// What Swift cannot take from curses itself: macros, variadic functions and globals. One thread only, save where said.
#pragma once
#include <stdbool.h>
#include <stdint.h>

// Start and stop (Screen.c)

/// Whether standard input and standard output are both a terminal.
bool ct_is_terminal(void);
/// Takes the character encoding from the environment; plain ASCII becomes UTF-8, which nearly every terminal speaks.
void ct_set_locale(void);
/// Enters the alternate screen. False when terminfo does not know the terminal.
bool ct_start(bool mouse);
/// Leaves curses until the next ct_refresh.
void ct_suspend(void);
/// Ends curses and frees the screen.
void ct_stop(void);

int ct_rows(void);
int ct_columns(void);
/// Takes over the terminal's present size; true when it changed.
bool ct_fit_to_terminal(void);

// Colours (Screen.c)

/// Turns colours on and returns how many there are; 0 when there are none.
int ct_start_colors(void);
/// How many colours terminfo gives the terminal of TERM, without starting curses; 0 when it has none or is not known.
int ct_color_count(void);
/// How many pairs may be defined, the default pair 0 included.
int ct_pair_limit(void);
bool ct_define_pair(int pair, int foreground, int background);

// Drawing (Screen.c)

extern const uint32_t ct_bold, ct_dim, ct_underline, ct_reverse, ct_italic;
void ct_set_style(uint32_t attributes, int pair);
void ct_put(int row, int column, const char *utf8, int length);
void ct_erase(void);
/// Draws everything anew at the next refresh.
void ct_redraw(void);
void ct_place_cursor(int row, int column, bool visible);
void ct_refresh(void);
/// Columns that the C library, and so curses, gives to the text; -1 when it holds what cannot be drawn.
int ct_width(const char *utf8, int length);

// Input (Input.c)

typedef enum { ct_input_none, ct_input_character, ct_input_key } ct_input_kind;
typedef enum {
  ct_key_other, ct_key_enter, ct_key_back_tab, ct_key_backspace, ct_key_delete, ct_key_up, ct_key_down, ct_key_left,
  ct_key_right, ct_key_home, ct_key_end, ct_key_page_up, ct_key_page_down, ct_key_function, ct_key_resize,
  ct_key_paste_begin, ct_key_paste_end, ct_key_mouse
} ct_key_name;
typedef struct {
  ct_input_kind kind;
  ct_key_name key;
  /// A Unicode scalar, or the number of a function key.
  uint32_t value;
} ct_input;

typedef enum { ct_mouse_other, ct_mouse_press, ct_mouse_double, ct_mouse_wheel_up, ct_mouse_wheel_down } ct_mouse_action;
typedef struct {
  ct_mouse_action action;
  int row, column;
} ct_mouse;

/// What the mouse did, once after each ct_key_mouse.
ct_mouse ct_read_mouse(void);

/// The next key, waiting no longer than the given time for one.
ct_input ct_read_key(int milliseconds);

enum { ct_woken = 1, ct_resized = 2, ct_readable = 4, ct_hung_up = 8, ct_interrupted = 16 };
/// An event counter that ct_wait listens to, or -1.
int ct_waker_open(void);
/// Any thread, and signal handlers.
void ct_waker_wake(int waker);
void ct_waker_close(int waker);
/// SIGWINCH wakes this waker from now on.
void ct_watch_resizes(int waker);
/// Waits for keys or the waker: a set of the bits above, 0 when the time is up. A negative time waits for ever.
int ct_wait(int waker, int milliseconds);

// Crash guard (Guard.c)

/// Remembers the terminal's modes and restores them should the program fault or be ended by a signal.
void ct_guard_arm(void);
/// The sequence to write, once curses knows the terminal.
void ct_guard_learn(void);
/// Whether the terminal is ours at the moment.
void ct_guard_hold(bool held);
/// Ends the program as the hang-up of its terminal would.
void ct_hang_up(void);
