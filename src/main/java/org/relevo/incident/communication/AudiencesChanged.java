package org.relevo.incident.communication;

/** Who hears of a service, or how, is no longer what it was. */
record AudiencesChanged(String service) {}
