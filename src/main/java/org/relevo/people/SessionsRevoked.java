package org.relevo.people;

/** Whoever is signed in as this person must sign in again. */
public record SessionsRevoked(String username) {}
