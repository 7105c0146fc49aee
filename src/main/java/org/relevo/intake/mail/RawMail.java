package org.relevo.intake.mail;

/**
 * A mail as the mail server has it.
 *
 * @param bytes the whole of it, or its header alone where it is too large
 * @param size of the whole of it, in bytes
 */
record RawMail(byte[] bytes, long size, boolean tooLarge) {}
