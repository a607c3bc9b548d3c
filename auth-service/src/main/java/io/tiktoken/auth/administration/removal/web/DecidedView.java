package io.tiktoken.auth.administration.removal.web;

import io.tiktoken.auth.administration.removal.TotpRemoval.Status;

/** How a removal ended. */
record DecidedView(Status status) {}
