// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A folder of a test's own. */

#ifndef YEOUN_TESTS_UNIT_FOLDER_H
#define YEOUN_TESTS_UNIT_FOLDER_H

/** A new empty folder; the test's to remove. */
const char *
make_folder(void);

/** The path of the one that was made last. */
const char *
folder_path(void);

/** Remove it with all that is in it. */
void
remove_folder(void);

#endif
