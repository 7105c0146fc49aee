package org.relevo.service;

import java.util.List;
import java.util.Optional;

/** The service catalogue. */
public interface Services {

    Optional<Service> find(String key);

    List<Service> all();
}
