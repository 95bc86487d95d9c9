/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-author-start.h"
#include "charter-author-window.h"
#include "charter-banner.h"
#include "charter-contents-view.h"
#include "charter-draft-file.h"
#include "charter-form-view.h"
#include "charter-preview.h"
#include "charter-problem-list.h"
#include "charter-proof.h"
#include "charter-source-view.h"

G_BEGIN_DECLS

/* What the files of the window for authors share. Each of them that has actions, or callbacks of the template, hands
 * them over itself. */

/* What the banner's button does. */
typedef enum { BANNER_NOTHING, BANNER_UNDO_RECOVERY, BANNER_TAKE_OUTSIDE, BANNER_TRY_AGAIN } BannerUse;

struct _CharterAuthorWindow {
  AdwApplicationWindow parent_instance;

  /* template widgets */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  CharterBanner *banner;
  GtkSearchBar *find_bar;
  GtkEditable *find_entry;
  GtkStack *stack;
  CharterAuthorStart *start;
  CharterContentsView *contents;
  GtkPaned *rows;     /* what stands beside the contents */
  GtkWidget *columns; /* source and preview */
  GtkWidget *source_place;
  GtkStack *faces; /* of the source: "xml" or "form" */
  CharterSourceView *source;
  CharterFormView *form;
  CharterPreview *preview;
  CharterProblemList *problems;
  GtkLabel *problems_words; /* on the button that leads to the problems */
  GtkWidget *switcher;
  GtkWidget *contents_toggle;
  GtkWidget *undo, *redo;

  GFile *journals;
  CharterDraftFile *file; /* NULL as long as nothing is open */
  CharterProof *proof;    /* the latest that was read, or NULL */
  GCancellable *reading;  /* of the draft as it is, or NULL */
  GCancellable *advising;
  guint read_source;
  guint fold_source;   /* the problems fold when nothing was told for a while */
  int problems_height; /* px, as they are when unfolded */
  gboolean is_folded;  /* the problems are a line */
  gboolean is_fresh;   /* nothing was told yet of what was opened */
  BannerUse banner_use;
  char *pane;   /* the one that is seen where there is room for one; "contents" in the place of the preview for two */
  char *wanted; /* id of what is to be shown as soon as it is read, or NULL */
  gboolean is_narrow;    /* there is room for one pane */
  gboolean is_roomy;     /* for all of them */
  gboolean has_contents; /* wanted where there is room for all */
  gboolean is_asking;    /* whether to save before leaving */
  gboolean is_quitting;  /* what is asked is asked because of the whole program */
  gboolean is_leaving;   /* asked, and answered */
};

/* One that has nothing open. Returns: (transfer none) */
CharterAuthorWindow *charter_author_window_new (GtkApplication *app);
/* Returns: (transfer none) not NULL while something is open */
CharterDraft *charter_author_window_get_draft (CharterAuthorWindow *self);
void charter_author_window_tell (CharterAuthorWindow *self, const char *words);
void charter_author_window_tell_fault (CharterAuthorWindow *self, const char *reason);
void charter_author_window_use_banner (CharterAuthorWindow *self, BannerUse use, const char *words, const char *button);
/* Which of the actions can be taken now. */
void charter_author_window_show_actions (CharterAuthorWindow *self);

/* ---- panes ---- */

void charter_author_window_bind_panes (GtkWidgetClass *klass);
void charter_author_window_init_panes (CharterAuthorWindow *self);
/* Once the template is there. */
void charter_author_window_add_faces (CharterAuthorWindow *self);
/* pane: as of win.show-pane */
void charter_author_window_show_pane (CharterAuthorWindow *self, const char *pane);
/* Gives the problems the room that they need now: a line where nothing is to be told. */
void charter_author_window_fit_problems (CharterAuthorWindow *self);
void charter_author_window_unfold_problems (CharterAuthorWindow *self);
/* Where contents stand in the place of something else, that is there again. */
void charter_author_window_fold_contents (CharterAuthorWindow *self);

/* ---- reading ---- */

void charter_author_window_read_now (CharterAuthorWindow *self);
void charter_author_window_read_soon (CharterAuthorWindow *self);
/* Nothing is read any more, and nothing was. */
void charter_author_window_stop_reading (CharterAuthorWindow *self);
/* In the preview and in the contents, where the cursor is, if what was read is what is written. */
void charter_author_window_show_place (CharterAuthorWindow *self);
void charter_author_window_show_title (CharterAuthorWindow *self);
/* Who came for one item of the file is led to it. */
void charter_author_window_show_wanted (CharterAuthorWindow *self);

/* ---- places ---- */

void charter_author_window_bind_places (GtkWidgetClass *klass);
void charter_author_window_init_places (CharterAuthorWindow *self);
void charter_author_window_focus_source (CharterAuthorWindow *self);

/* ---- opening ---- */

void charter_author_window_init_opening (CharterAuthorWindow *self);
void charter_author_window_start (CharterAuthorWindow *self);
void charter_author_window_open_file (CharterAuthorWindow *self, GFile *file);

/* ---- saving ---- */

void charter_author_window_bind_saving (GtkWidgetClass *klass);
void charter_author_window_init_saving (CharterAuthorWindow *self);
/* Another program wrote into the file, and here it has changes that are not saved. */
void charter_author_window_ask_about_theirs (CharterAuthorWindow *self);

G_END_DECLS
