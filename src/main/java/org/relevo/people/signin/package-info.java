/** Who is let in: sign-in by form, bearer tokens, sessions, headers. */
@NullMarked
package org.relevo.people.signin;

import org.jspecify.annotations.NullMarked;
