/* Makes the disk slow for the files of one project, as an old disk or a USB stick is: before each
   fsync and fdatasync of a file whose path contains SLOWDISK_MATCH it waits SLOWDISK_MS
   milliseconds, and then does the real one. Linux only.

   cc -O2 -shared -fPIC -o slowdisk.so slowdisk.c -ldl
   SLOWDISK_MATCH=pilot.annotator SLOWDISK_MS=100 LD_PRELOAD=./slowdisk.so python -m annotator ... */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef int (*sync_call)(int);

static int is_meant(int file) {
  const char *part = getenv("SLOWDISK_MATCH");
  char link[64], path[PATH_MAX];
  ssize_t length;
  if (!part || !*part) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  return strstr(path, part) != NULL;
}

static void wait_as_told(void) {
  const char *told = getenv("SLOWDISK_MS");
  long milliseconds = told ? atol(told) : 0;
  struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  nanosleep(&pause, NULL);
}

static int slowly(const char *name, int file) {
  sync_call real = (sync_call)dlsym(RTLD_NEXT, name);
  if (is_meant(file)) wait_as_told();
  return real(file);
}

int fsync(int file) { return slowly("fsync", file); }

int fdatasync(int file) { return slowly("fdatasync", file); }
