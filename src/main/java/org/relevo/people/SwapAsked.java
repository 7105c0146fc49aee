package org.relevo.people;

/** Somebody asks another person to exchange shifts; told inside that transaction. */
public record SwapAsked(Swaps.Entry swap) {}
