// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#define _GNU_SOURCE /* RTLD_NEXT */

#include "forbid.h"

#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

static _Thread_local int is_forbidden;
static unsigned count;
static const char *first = "none";

static void
notice(const char *name)
{
  if (is_forbidden && !count++) {
    first = name;
  }
}

#if defined(PR_SET_SYSCALL_USER_DISPATCH)
/* Linux can turn each system call of this thread into a signal: no way to call
   the system escapes that. Documented in syscall-user-dispatch.rst of Linux. */
static volatile char gate = SYSCALL_DISPATCH_FILTER_ALLOW;

static void
catch_call(int signal)
{
  (void)signal;
  gate = SYSCALL_DISPATCH_FILTER_ALLOW;
  notice("a system call");
}

static void
close_gate(void)
{
  static _Thread_local int is_ready;
  if (!is_ready) {
    is_ready = 1;
    signal(SIGSYS, catch_call);
    prctl(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON, 0L, 0L, &gate);
  }
  gate = SYSCALL_DISPATCH_FILTER_BLOCK;
}

static void
open_gate(void)
{
  gate = SYSCALL_DISPATCH_FILTER_ALLOW;
}
#else
static void
close_gate(void)
{
}

static void
open_gate(void)
{
}
#endif

void
forbid_begin(void)
{
  if (forbid_works()) {
    is_forbidden = 1;
    close_gate();
  }
}

void
forbid_end(void)
{
  open_gate();
  is_forbidden = 0;
}

unsigned
forbid_count(void)
{
  return count;
}

const char *
forbid_first(void)
{
  return first;
}

/* A sanitizer has an allocator and locks of its own that must not be stood
   before; with one, nothing is noticed. */
#if defined(__has_feature) // clang's way of saying it
#  if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#    define HAS_OWN_ALLOCATOR
#  endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#  define HAS_OWN_ALLOCATOR
#endif

#if defined(HAS_OWN_ALLOCATOR)
bool
forbid_works(void)
{
  return false;
}
#else
bool
forbid_works(void)
{
  return true;
}

/** The function that ours stands before, copied to where a pointer to it is:
    C has no cast from an address to a function. */
static void
find(const char *name, void *function)
{
  const int was_forbidden = is_forbidden;
  is_forbidden = 0;
  void *const address = dlsym(RTLD_NEXT, name);
  is_forbidden = was_forbidden;
  memcpy(function, (const void *)&address, sizeof(address));
}

/* The allocator's own names in glibc: dlsym() itself may allocate. */
extern void *
__libc_malloc(size_t size);
extern void *
__libc_calloc(size_t count, size_t size);
extern void *
__libc_realloc(void *memory, size_t size);
extern void
__libc_free(void *memory);

void *
malloc(size_t size)
{
  notice("malloc");
  return __libc_malloc(size);
}

void *
calloc(size_t members, size_t size)
{
  notice("calloc");
  return __libc_calloc(members, size);
}

void *
realloc(void *memory, size_t size)
{
  notice("realloc");
  return __libc_realloc(memory, size);
}

void
free(void *memory)
{
  notice("free");
  __libc_free(memory);
}

int
pthread_mutex_lock(pthread_mutex_t *mutex)
{
  notice("pthread_mutex_lock");
  int (*function)(pthread_mutex_t *);
  find("pthread_mutex_lock", &function);
  return function(mutex);
}

int
pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
  notice("pthread_cond_wait");
  int (*function)(pthread_cond_t *, pthread_mutex_t *);
  find("pthread_cond_wait", &function);
  return function(condition, mutex);
}

int
sem_wait(sem_t *semaphore)
{
  notice("sem_wait");
  int (*function)(sem_t *);
  find("sem_wait", &function);
  return function(semaphore);
}

#endif
