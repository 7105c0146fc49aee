/** The rule book: vocabulary, sentences, tables, versions; facts in, decisions out. The only module that sees Drools. */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.relevo.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
