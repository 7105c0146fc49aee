package org.relevo.incident.communication;

/** An update was sent; whatever happens in answer belongs to the same transaction. */
record UpdateSent(Update update) {}
