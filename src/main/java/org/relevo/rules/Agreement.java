package org.relevo.rules;

/** To whom a commitment is made; those of one metric stand side by side. */
public enum Agreement {
    /** A service level agreement with those who use the service. */
    SLA,
    /** An operational level agreement between teams of one house. */
    OLA,
    /** A contract with a supplier. */
    SUPPLIER
}
