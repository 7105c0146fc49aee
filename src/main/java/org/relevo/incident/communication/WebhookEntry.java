package org.relevo.incident.communication;

import org.jspecify.annotations.Nullable;

/** What is entered of a webhook. It is never shown again, as its address is a secret. */
public record WebhookEntry(String name, WebhookForm form, String address) {

    public WebhookEntry(@Nullable String name, @Nullable WebhookForm form, @Nullable String address) {
        this.name = name == null ? "" : name.strip();
        this.form = form == null ? WebhookForm.SLACK : form;
        this.address = address == null ? "" : address.strip();
    }

    /** Without the secret: what is logged by accident tells nothing. */
    @Override
    public String toString() {
        return "%s, %s, %s".formatted(name, form, Webhook.masked(address));
    }
}
