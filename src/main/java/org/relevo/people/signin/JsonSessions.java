package org.relevo.people.signin;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * What a session remembers is kept as JSON of the few types that a sign-in needs: bytes in the database make no other
 * object. A session that cannot be read, as one of an earlier release, simply ends.
 */
@Configuration(proxyBeanMethods = false)
class JsonSessions {

    private static final Logger log = LoggerFactory.getLogger(JsonSessions.class);

    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        var json = mapper();
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, json::writeValueAsBytes);
        conversion.addConverter(new Reading(json));
        return conversion;
    }

    static JsonMapper mapper() {
        var known = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType(FlashMap.class)
                .allowIfSubType(CopyOnWriteArrayList.class);
        return JsonMapper.builder()
                .addModules(SecurityJacksonModules.getModules(JsonSessions.class.getClassLoader(), known))
                .build();
    }

    private record Reading(JsonMapper json) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            if (!(source instanceof byte[] bytes)) {
                return null;
            }
            try {
                return json.readValue(bytes, Object.class);
            } catch (JacksonException e) {
                log.info("What a session remembered ({} bytes) cannot be read and is forgotten", bytes.length);
                return null;
            }
        }
    }
}
