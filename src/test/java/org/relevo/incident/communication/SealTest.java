package org.relevo.incident.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealTest {

    private static final String SECRET = "https://hooks.example.org/services/very-secret";

    private final Seal seal = new Seal("0123456789abcdef0123456789abcdef");

    @Test
    void aSecretCannotBeReadAndOpensForWhatItBelongsTo() {
        var kept = seal.close(SECRET, "mes/USERS");
        assertThat(kept).startsWith("sealed:").doesNotContain("secret");
        assertThat(seal.close(SECRET, "mes/USERS")).as("no two look alike").isNotEqualTo(kept);
        assertThat(seal.open(kept, "mes/USERS")).contains(SECRET);
        assertThat(seal.open(kept, "mes/MANAGEMENT")).isEmpty();
        assertThat(seal.open(kept.substring(0, kept.length() - 4) + "AAA=", "mes/USERS"))
                .isEmpty();
    }

    @Test
    void anotherKeyOpensNothing() {
        var kept = seal.close(SECRET, "mes/USERS");
        assertThat(new Seal("another key of some length").open(kept, "mes/USERS"))
                .isEmpty();
        assertThat(new Seal((String) null).open(kept, "mes/USERS")).isEmpty();
    }

    @Test
    void withoutAKeySecretsAreKeptAsTheyAreAndOpenLaterToo() {
        assertThat(new Seal((String) null).close(SECRET, "mes/USERS")).isEqualTo(SECRET);
        assertThat(seal.open(SECRET, "mes/USERS")).contains(SECRET);
    }

    @Test
    void aKeyThatIsTooShortEndsTheStart() {
        assertThatThrownBy(() -> new Seal("short")).hasMessageContaining("relevo.secret-key has 5 characters");
    }
}
