/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every page is handed. Declared here so that a page's header needs no more than its name. */
typedef struct _LimberStore LimberStore;
typedef struct _LimberClock LimberClock;

G_END_DECLS
