package org.relevo.rca.web;

import org.relevo.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where the navigation leads to analyses and to corrective actions. */
@Configuration(proxyBeanMethods = false)
class RcaEntries {

    private record Entry(String key, String path) implements NavigationEntry {
        @Override
        public boolean present() {
            return true;
        }
    }

    @Bean
    @Order(0)
    NavigationEntry rcasEntry() {
        return new Entry("rcas", "/rcas");
    }

    @Bean
    @Order(1)
    NavigationEntry actionsEntry() {
        return new Entry("actions", "/actions");
    }
}
