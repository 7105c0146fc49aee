package org.relevo.people;

import java.util.Collection;
import java.util.Map;

/** Whether mail reaches people; what sends mail knows it. */
public interface MailReach {

    /** Those of the addresses that refuse mail, in lower case, each with what the mail server answered last. */
    Map<String, String> refusing(Collection<String> addresses);
}
