// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The mark of every function that the audio thread may call. */

#ifndef YEOUN_MUSIC_AUDIO_H
#define YEOUN_MUSIC_AUDIO_H

/* clang >= 20 checks it; for older compilers tests/test_audio_thread.c does. */
#if defined(__clang__) && __clang_major__ >= 20
#  define YEOUN_AUDIO __attribute__((nonblocking))
#else
#  define YEOUN_AUDIO
#endif

/** A loop over frames that is also built for wider vectors, chosen when the
    program is loaded: the same sums in the same order, so the same result.
    tests/determinism says which is chosen, to compare them. */
#if defined(YEOUN_WIDE)
#elif defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) &&        \
  !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&                     \
  !defined(__SANITIZE_THREAD__)
#  define YEOUN_WIDE __attribute__((target_clones("avx2", "default")))
#else
#  define YEOUN_WIDE
#endif

#endif
