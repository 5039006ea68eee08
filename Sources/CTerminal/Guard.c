// Gives the terminal back when the program faults or is ended by a signal. Swift's own backtracer would stay on the
// alternate screen in raw mode and ask for a key; these handlers take its place. In a handler only functions are
// called that POSIX lists as async-signal-safe.
#define _GNU_SOURCE 1
#include "CTerminal.h"

#include "../CNcurses/CNcurses.h"
#include <term.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
static const int endings[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

static struct termios modes_before;
static bool modes_known = false;
static volatile sig_atomic_t held = 0;
static char restore[256];
static volatile sig_atomic_t restore_length = 0;
static char stack[65536];

static bool is_fault(int number) {
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
    if (faults[i] == number) return true;
  return false;
}

static void on_end(int number) {
  if (held) {
    held = 0;
    // In the background the kernel would stop us for touching the terminal.
    signal(SIGTTOU, SIG_IGN);
    ssize_t written = write(STDOUT_FILENO, restore, (size_t)restore_length);
    if (modes_known) tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
    if (is_fault(number)) {
      static const char message[] = "The program stopped on a fault of its own; the terminal was restored.\n";
      written = write(STDERR_FILENO, message, sizeof message - 1);
    }
    (void)written;
  }
  signal(number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void catch_signal(int number, bool even_if_ignored) {
  struct sigaction action;
  if (!even_if_ignored && sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_end;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void ct_guard_arm(void) {
  modes_known = tcgetattr(STDIN_FILENO, &modes_before) == 0;
  stack_t alternate;
  memset(&alternate, 0, sizeof alternate);
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, NULL);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) catch_signal(faults[i], true);
  // nohup asks for hang-ups to be ignored; so they stay.
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) catch_signal(endings[i], false);
}

/// Appends a capability without its padding marks: "$<5>".
static void append(const char *capability) {
  if (capability == NULL || capability == (char *)-1) return;
  size_t length = (size_t)restore_length;
  for (const char *at = capability; *at != 0 && length < sizeof restore; at++) {
    if (at[0] == '$' && at[1] == '<') {
      const char *end = strchr(at, '>');
      if (end == NULL) break;
      at = end;
      continue;
    }
    restore[length++] = *at;
  }
  restore_length = (sig_atomic_t)length;
}

void ct_guard_learn(void) {
  restore_length = 0;
  append(tigetstr("sgr0"));
  append(tigetstr("op"));
  append(tigetstr("cnorm"));
  append(tigetstr("rmkx"));
  // Harmless where it was never turned on.
  append("\033[?2004l\033[?1000l\033[?1006l");
  const char *leave = tigetstr("rmcup");
  if (leave == NULL || leave == (char *)-1) append("\r\n");
  append(leave);
}

void ct_guard_hold(bool now) { held = now; }

void ct_hang_up(void) { raise(SIGHUP); }
