package org.relevo.project;

/** Somebody who works on a project, in a role that the project names. */
public record Member(String person, String role) {}
