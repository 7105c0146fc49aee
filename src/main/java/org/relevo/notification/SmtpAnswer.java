package org.relevo.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server said to a mail that it did not take.
 *
 * @param refusedForGood whether the recipient will not take this mail later either
 */
record SmtpAnswer(boolean refusedForGood, String text) {

    private static final int LONGEST = 500;

    static SmtpAnswer of(Exception e) {
        var chain = chain(e);
        for (var one : chain) {
            if (one instanceof SMTPAddressFailedException recipient) {
                return new SmtpAnswer(permanent(recipient.getReturnCode()), tidy(recipient.getMessage()));
            }
            if (one instanceof AddressException address) {
                return new SmtpAnswer(true, tidy("This is no mail address: " + address.getMessage()));
            }
        }
        for (var one : chain) {
            // An answer to MAIL FROM is about us and holds for every recipient: an administrator has to look.
            if (one instanceof SMTPSendFailedException failed) {
                var aboutTheMail = failed.getCommand() != null
                        && !failed.getCommand()
                                .toUpperCase(java.util.Locale.ROOT)
                                .startsWith("MAIL");
                return new SmtpAnswer(aboutTheMail && permanent(failed.getReturnCode()), tidy(failed.getMessage()));
            }
        }
        return new SmtpAnswer(false, tidy(chain.get(chain.size() - 1)));
    }

    /** 552 once meant a full mailbox, which empties; 530 and 535 mean that we have to sign in. */
    private static boolean permanent(int code) {
        return code >= 500 && code < 600 && code != 552 && code != 530 && code != 535;
    }

    private static List<Throwable> chain(Exception e) {
        var chain = new ArrayList<Throwable>();
        Throwable one = e;
        while (one != null && !chain.contains(one)) {
            chain.add(one);
            one = one instanceof MessagingException mail && mail.getNextException() != null
                    ? mail.getNextException()
                    : one.getCause();
        }
        return chain;
    }

    private static String tidy(Throwable root) {
        var message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : tidy(message);
    }

    /** In one line, and of a length that can be shown. */
    static String tidy(@Nullable String text) {
        var line = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
