package org.relevo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;

/** Language and zone of the person who is signed in; before that, what the browser asks for. */
@Component("localeResolver")
class PersonsLocale extends AbstractLocaleContextResolver {

    private static final String VIEWER = PersonsLocale.class.getName() + ".viewer";
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private final ObjectProvider<Viewers> viewers;

    PersonsLocale(ObjectProvider<Viewers> viewers) {
        this.viewers = viewers;
    }

    /** The person who is signed in, looked up once for each request; null for anybody else. */
    @Nullable
    Viewer viewer(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        if (principal == null) {
            return null;
        }
        if (request.getAttribute(VIEWER) instanceof Optional<?> known) {
            return (Viewer) known.orElse(null);
        }
        var found = Optional.ofNullable(viewers.getIfAvailable()).flatMap(v -> v.find(principal.getName()));
        request.setAttribute(VIEWER, found);
        return found.orElse(null);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new TimeZoneAwareLocaleContext() {
            @Override
            public Locale getLocale() {
                var viewer = viewer(request);
                return viewer == null ? asked(request) : viewer.language();
            }

            @Override
            public @Nullable TimeZone getTimeZone() {
                var viewer = viewer(request);
                return viewer == null ? null : TimeZone.getTimeZone(viewer.zone());
            }
        };
    }

    private static Locale asked(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var asked = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return asked == null ? Locale.ENGLISH : asked;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("The language is the person's: change it in the person's settings.");
    }
}
