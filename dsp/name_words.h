// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The words of a name that are no plain number of a request: known to who
   writes it and to who reads it. */

#ifndef YEOUN_NAME_WORDS_H
#define YEOUN_NAME_WORDS_H

#define YEOUN_NAME_HEAD "yeoun"          /**< the version follows at once */
#define YEOUN_NAME_METER "meter"         /**< 6/8 */
#define YEOUN_NAME_BARS "_bars"          /**< 5-8:2, after a lane */
#define YEOUN_NAME_ALGORITHM "algorithm" /**< 4 */

#endif
