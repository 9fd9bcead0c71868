/* Makes every fsync of a process slow, as on an old disk or a USB stick: loaded by LD_PRELOAD, it
   waits SLOWDISK_MS milliseconds before each fsync and fdatasync and then does the real one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

typedef int (*sync_call)(int);

static void wait_as_told(void) {
  const char *told = getenv("SLOWDISK_MS");
  long milliseconds = told ? atol(told) : 0;
  struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  nanosleep(&pause, NULL);
}

static int slowly(const char *name, int file) {
  sync_call real = (sync_call)dlsym(RTLD_NEXT, name);
  wait_as_told();
  return real(file);
}

int fsync(int file) { return slowly("fsync", file); }

int fdatasync(int file) { return slowly("fdatasync", file); }
