/** What a service will cost by month, from assumptions that each have an owner, a source and an end. */
@NullMarked
package org.relevo.project.money.service;

import org.jspecify.annotations.NullMarked;
