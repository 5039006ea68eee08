#define _GNU_SOURCE 1
#include "CTerminal.h"

#include "../CNcurses/CNcurses.h"
#include "internal.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

static ct_key_name name_of_key(wint_t code) {
  switch (code) {
    case KEY_ENTER: return ct_key_enter;
    case KEY_BTAB: return ct_key_back_tab;
    case KEY_BACKSPACE: return ct_key_backspace;
    case KEY_DC: return ct_key_delete;
    case KEY_UP: return ct_key_up;
    case KEY_DOWN: return ct_key_down;
    case KEY_LEFT: return ct_key_left;
    case KEY_RIGHT: return ct_key_right;
    case KEY_HOME: return ct_key_home;
    case KEY_END: return ct_key_end;
    case KEY_PPAGE: return ct_key_page_up;
    case KEY_NPAGE: return ct_key_page_down;
    case KEY_RESIZE: return ct_key_resize;
    case KEY_MOUSE: return ct_key_mouse;
    case ct_code_paste_begin: return ct_key_paste_begin;
    case ct_code_paste_end: return ct_key_paste_end;
    default: return code >= KEY_F(1) && code <= KEY_F(63) ? ct_key_function : ct_key_other;
  }
}

ct_input ct_read_key(int milliseconds) {
  ct_input input = {ct_input_none, ct_key_other, 0};
  wint_t code = 0;
  timeout(milliseconds);
  int result = get_wch(&code);
  if (result == OK) {
    input.kind = ct_input_character;
    input.value = (uint32_t)code;
  } else if (result == KEY_CODE_YES) {
    input.kind = ct_input_key;
    input.key = name_of_key(code);
    if (input.key == ct_key_function) input.value = (uint32_t)(code - KEY_F0);
  }
  return input;
}

ct_mouse ct_read_mouse(void) {
  ct_mouse mouse = {ct_mouse_other, 0, 0};
  MEVENT event;
  if (getmouse(&event) != OK) return mouse;
  mouse.row = event.y;
  mouse.column = event.x;
  if (event.bstate & BUTTON1_DOUBLE_CLICKED) mouse.action = ct_mouse_double;
  else if (event.bstate & BUTTON1_PRESSED) mouse.action = ct_mouse_press;
  else if (event.bstate & BUTTON4_PRESSED) mouse.action = ct_mouse_wheel_up;
  else if (event.bstate & BUTTON5_PRESSED) mouse.action = ct_mouse_wheel_down;
  return mouse;
}

// One counter carries both kinds of event: a wake adds 1, a resize adds 2^32.
static const uint64_t resize_step = (uint64_t)1 << 32;
static volatile sig_atomic_t resize_waker = -1;

int ct_waker_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

static void add(int waker, uint64_t step) {
  int saved = errno;
  // A full counter means that a wake is pending already.
  ssize_t written = write(waker, &step, sizeof step);
  (void)written;
  errno = saved;
}

void ct_waker_wake(int waker) { add(waker, 1); }

void ct_waker_close(int waker) {
  if (resize_waker == waker) resize_waker = -1;
  close(waker);
}

static void on_resize(int signal) {
  (void)signal;
  if (resize_waker >= 0) add(resize_waker, resize_step);
}

// Ours instead of the one of curses: that one sets a flag only, and a signal between looking and sleeping is then lost.
void ct_watch_resizes(int waker) {
  resize_waker = waker;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_resize;
  action.sa_flags = SA_RESTART;
  sigaction(SIGWINCH, &action, NULL);
}

int ct_wait(int waker, int milliseconds) {
  struct pollfd sources[2] = {{STDIN_FILENO, POLLIN, 0}, {waker, POLLIN, 0}};
  int ready = poll(sources, 2, milliseconds);
  if (ready < 0) return errno == EINTR ? ct_interrupted : ct_hung_up;
  int events = 0;
  uint64_t count = 0;
  if ((sources[1].revents & POLLIN) && read(waker, &count, sizeof count) == sizeof count) {
    if (count % resize_step != 0) events |= ct_woken;
    if (count >= resize_step) events |= ct_resized;
  }
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) events |= ct_hung_up;
  else if (sources[0].revents & POLLIN) events |= ct_readable;
  return events;
}
