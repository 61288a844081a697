// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The mark of every function that the audio thread may call. */

#ifndef YEOUN_AUDIO_H
#define YEOUN_AUDIO_H

/* clang >= 20 checks it; for older compilers tests/test_audio_thread.c does. */
#if defined(__clang__) && __clang_major__ >= 20
#  define YEOUN_AUDIO __attribute__((nonblocking))
#else
#  define YEOUN_AUDIO
#endif

#endif
