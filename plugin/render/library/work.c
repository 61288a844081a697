// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "work.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "music/number.h"
#include "render/say.h"

#define JOBS 256
#define BAR 24 /* letters */

struct crew {
  struct yeoun_work *work;
  unsigned count;
  pid_t worker[JOBS];
  unsigned at[JOBS]; /**< the work of each worker */
  unsigned workers;
  unsigned done, failed;
  double wanted, finished; /**< sizes */
  double began_s;
};

static volatile sig_atomic_t is_asked_to_end;

static void
end(int signal)
{
  is_asked_to_end = signal;
}

static double
now_s(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/** A bar and the time left on a terminal, a line a cue elsewhere. */
static void
show(const struct crew *crew, const char *name, bool is_good)
{
  const double share = crew->wanted > 0 ? crew->finished / crew->wanted : 1;
  const int full = (int)(share * BAR);
  const double left =
    share > 0 ? (now_s() - crew->began_s) * (1 - share) / share : 0;
  const unsigned all = crew->count;
  yeoun_say_progress("[%.*s%.*s] %u of %u, %d:%02d left, %s",
                     full,
                     "########################",
                     BAR - full,
                     "                        ",
                     crew->done,
                     all,
                     (int)left / 60,
                     (int)left % 60,
                     name);
  if (!isatty(STDERR_FILENO) && all > 1 && name[0]) {
    fprintf(stderr,
            "%u of %u: %s%s\n",
            crew->done,
            all,
            name,
            is_good ? "" : ": failed");
  }
}

static bool
start(struct crew *crew,
      unsigned i,
      bool (*make)(void *handle, unsigned i),
      void *handle)
{
  fflush(NULL);
  const pid_t parent = getpid();
  const pid_t worker = fork();
  if (worker < 0) {
    yeoun_say("no process can be started: %s", strerror(errno));
    return false;
  }
  if (!worker) {
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    /* Nobody works on for a command that was killed. */
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) {
      _exit(1);
    }
    const bool is_made = make(handle, i);
    fflush(NULL);
    _exit(is_made ? 0 : 1);
  }
  crew->worker[crew->workers] = worker;
  crew->at[crew->workers++] = i;
  return true;
}

/** Wait for one worker to finish. */
static void
await(struct crew *crew)
{
  int status = 0;
  for (unsigned k = 0; is_asked_to_end && k < crew->workers; ++k) {
    kill(crew->worker[k], SIGTERM);
  }
  /* A signal breaks this off: then the next call comes here again. */
  const pid_t worker = wait(&status);
  for (unsigned k = 0; k < crew->workers; ++k) {
    if (crew->worker[k] == worker) {
      struct yeoun_work *const work = &crew->work[crew->at[k]];
      work->is_done = WIFEXITED(status) && !WEXITSTATUS(status);
      if (WIFSIGNALED(status) && !is_asked_to_end) {
        yeoun_say("%s: its process was ended: %s",
                  work->name,
                  strsignal(WTERMSIG(status)));
      }
      crew->finished += work->size;
      crew->failed += !work->is_done;
      ++crew->done;
      --crew->workers;
      crew->worker[k] = crew->worker[crew->workers];
      crew->at[k] = crew->at[crew->workers];
      if (!is_asked_to_end) {
        show(crew, work->name, work->is_done);
      }
    }
  }
}

unsigned
yeoun_work_do(struct yeoun_work *work,
              unsigned count,
              unsigned jobs,
              bool (*make)(void *handle, unsigned i),
              void *handle)
{
  struct crew crew = {.work = work, .count = count, .began_s = now_s()};
  jobs = yeoun_min_u(jobs, JOBS);
  const struct sigaction ending = {.sa_handler = end};
  sigaction(SIGINT, &ending, NULL);
  sigaction(SIGTERM, &ending, NULL);
  for (unsigned i = 0; i < count; ++i) {
    crew.wanted += work[i].is_done ? 0 : work[i].size;
    crew.done += work[i].is_done;
  }
  for (unsigned i = 0; i < count && !is_asked_to_end; ++i) {
    if (work[i].is_done) {
      continue;
    }
    while (!is_asked_to_end && crew.workers >= jobs) {
      await(&crew);
    }
    if (is_asked_to_end || !start(&crew, i, make, handle)) {
      break;
    }
    show(&crew, "", true);
  }
  while (crew.workers) {
    await(&crew);
  }
  yeoun_say_progress("%s", "");
  if (is_asked_to_end) {
    yeoun_say("ended; the same command goes on from here");
  }
  unsigned missing = 0;
  for (unsigned i = 0; i < count; ++i) {
    missing += !work[i].is_done;
  }
  return missing;
}
