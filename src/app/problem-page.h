/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_PROBLEM_PAGE (limber_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (LimberProblemPage, limber_problem_page, LIMBER, PROBLEM_PAGE, AdwBin)

GtkWidget *limber_problem_page_new (const GError *error, const char *database);

G_END_DECLS
