package org.relevo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which mails a machine wrote, and what people have said in theirs. */
class CorpusTest {

    static List<Corpus> automatic() {
        return Corpus.automatic();
    }

    static List<Corpus> human() {
        return Corpus.human();
    }

    @ParameterizedTest
    @MethodSource("automatic")
    void aMachinesMailIsKnownAsOne(Corpus mail) throws MessagingException {
        var letter = mail.letter();
        assertThat(AutomaticMail.whyAnswer(letter)).as(letter.subject()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("human")
    void aPersonsMailIsNotTakenForAMachines(Corpus mail) throws MessagingException {
        var letter = mail.letter();
        assertThat(AutomaticMail.whyAnswer(letter)).isEmpty();
        assertThat(letter.from()).isEqualTo("tomas.novak@demo.relevo.invalid");
        assertThat(letter.refersTo()).containsExactly("<escalation@relevo>");
    }

    @ParameterizedTest
    @MethodSource("human")
    void whatAPersonHasAddedIsPartedFromWhatIsQuoted(Corpus mail) throws MessagingException {
        assertThat(mail.letter().ownText()).isEqualTo(mail.ownText());
    }

    @Test
    void filesAreNamedWithTheirSizeAndNotKept() throws MessagingException {
        var letter = Corpus.human().stream()
                .filter(mail -> mail.name().equals("signed-with-photo"))
                .findFirst()
                .orElseThrow()
                .letter();
        assertThat(letter.attachments())
                .contains(new Letter.Attachment("Línea 2.png", 3000))
                .hasSize(2);
    }

    @Test
    void theCorpusIsLargeEnoughToMeanSomething() {
        assertThat(Corpus.automatic()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(Corpus.human()).hasSizeGreaterThanOrEqualTo(12);
    }
}
