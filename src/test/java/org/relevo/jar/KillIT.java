package org.relevo.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relevo.support.RelevoProcess;

/**
 * Relevo is killed at random moments while alerts are posted again and again: every accepted alert is on exactly one
 * incident afterwards, and each escalation was mailed under one message id.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("relevo.kills", 3);
    private static final long SEED = Long.getLong("relevo.seed", 20261122L);

    @TempDir
    Path folder;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicReference<RelevoProcess> running = new AtomicReference<>();
    private final AtomicBoolean done = new AtomicBoolean();
    private final Random random = new Random(SEED);

    @Test
    void nothingAcceptedIsLostOrDoubled() throws Exception {
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        mails.getUserManager().setAuthRequired(false);
        var environment = Map.of(
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                String.valueOf(mails.getSmtp().getPort()));
        var senders = Executors.newFixedThreadPool(3);
        try {
            running.set(RelevoProcess.start(folder, environment).ready());
            for (var sender = 0; sender < 3; sender++) {
                var own = sender;
                senders.submit(() -> send(own));
            }
            for (var kill = 0; kill < KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(4000));
                running.get().kill();
                running.set(RelevoProcess.start(folder, environment).ready());
            }
            TimeUnit.SECONDS.sleep(2);
            done.set(true);
            senders.shutdown();
            assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            var relevo = running.get();
            everyAlertIsOnOneIncident(relevo);
            eachEscalationWasMailedUnderOneId(relevo, mails);
        } finally {
            done.set(true);
            senders.shutdownNow();
            running.get().close();
            mails.stop();
        }
    }

    /** Posts new alerts, and each of them again until it was accepted, as a monitoring tool does. */
    private void send(int sender) {
        var mine = new Random(SEED + sender);
        for (var i = 0; !done.get(); i++) {
            var fingerprint = "%02x%014x".formatted(sender, i);
            var body = alert(fingerprint, "group-%d-%d".formatted(sender, i / 3));
            var repeats = 1 + mine.nextInt(3);
            for (var sent = 0; sent < repeats && !done.get(); ) {
                if (running.get().post("/api/v1/alerts/alertmanager", body) != null) {
                    accepted.add(fingerprint);
                    sent++;
                } else {
                    RelevoProcess.pause();
                }
            }
            RelevoProcess.pause();
        }
    }

    private static byte[] alert(String fingerprint, String group) {
        return """
                {"receiver":"relevo","status":"firing","version":"4","groupKey":"%s","truncatedAlerts":0,
                 "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"",
                 "alerts":[{"status":"firing","labels":{"alertname":"InstanceDown","service":"payments","severity":"critical","instance":"%s"},
                  "annotations":{"summary":"Instance down"},"startsAt":"2026-11-22T22:00:37.322Z","endsAt":"0001-01-01T00:00:00Z",
                  "generatorURL":"","fingerprint":"%s"}]}
                """.formatted(group, fingerprint, fingerprint).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private void everyAlertIsOnOneIncident(RelevoProcess relevo) {
        var incidents = new TreeMap<String, List<String>>();
        for (var number : numbers(relevo)) {
            var item = relevo.get("/api/v1/work-items/" + number);
            item.get("alerts")
                    .forEach(alert -> incidents
                            .computeIfAbsent(alert.get("fingerprint").asString(), f -> new ArrayList<>())
                            .add(number));
            assertThat(item.get("tasks")).as(number).isNotEmpty();
            assertThat(item.get("commitments")).as(number).hasSize(2);
        }
        assertThat(accepted).isNotEmpty();
        assertThat(incidents.keySet()).containsAll(accepted);
        assertThat(incidents)
                .allSatisfy((fingerprint, on) -> assertThat(on).as(fingerprint).hasSize(1));
    }

    private static List<String> numbers(RelevoProcess relevo) {
        var numbers = new ArrayList<String>();
        for (var page = 0; ; page++) {
            var items = relevo.get("/api/v1/work-items?type=INCIDENT&size=200&page=" + page)
                    .get("items");
            items.forEach(item -> numbers.add(item.get("number").asString()));
            if (items.size() < 200) {
                return numbers;
            }
        }
    }

    private static void eachEscalationWasMailedUnderOneId(RelevoProcess relevo, GreenMail mails) throws Exception {
        var incidents = numbers(relevo);
        for (var wait = 0; wait < 1_200 && !allAlarmed(incidents, ids(mails)); wait++) {
            RelevoProcess.pause();
        }
        var ids = ids(mails);
        assertThat(allAlarmed(incidents, ids))
                .as("every incident has its alarm among %s", ids)
                .isTrue();
        assertThat(ids)
                .allSatisfy((reason, messageIds) ->
                        assertThat(messageIds).as(reason).hasSize(1));
        System.getLogger("kill")
                .log(
                        System.Logger.Level.INFO,
                        "{0} kills, {1} incidents, {2} mails, {3} of them handed over twice under the same id",
                        KILLS,
                        incidents.size(),
                        ids.size(),
                        mails.getReceivedMessages().length - ids.size());
    }

    /** Many kills take so long that reminders follow: each of them is an escalation with its own mail. */
    private static boolean allAlarmed(List<String> incidents, Map<String, Set<String>> ids) {
        return incidents.stream()
                .allMatch(number -> ids.keySet().stream().anyMatch(reason -> reason.contains("[P1] " + number + " ")));
    }

    /** Message ids by subject and recipient: each escalation has its own. */
    private static Map<String, Set<String>> ids(GreenMail mails) throws MessagingException {
        var ids = new TreeMap<String, Set<String>>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            var reason = mail.getSubject() + " → " + Arrays.toString(mail.getAllRecipients());
            ids.computeIfAbsent(reason, r -> new HashSet<>()).add(mail.getMessageID());
        }
        return ids;
    }
}
