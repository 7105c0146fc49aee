package org.relevo.workflow.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import org.flowable.variable.service.impl.types.SerializableType;

/** The one kind of object, beside texts, numbers and dates, that a variable may hold; nothing else is ever read back. */
class ListOfTexts extends SerializableType {

    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "maxbytes=262144;maxdepth=3;maxarray=10000;java.util.ArrayList;java.lang.Object;java.lang.String;!*");

    @Override
    public boolean isAbleToStore(Object value) {
        return value != null
                && value.getClass() == ArrayList.class
                && ((ArrayList<?>) value).stream().allMatch(String.class::isInstance);
    }

    @Override
    protected ObjectInputStream createObjectInputStream(InputStream stored) throws IOException {
        var stream = new ObjectInputStream(stored);
        stream.setObjectInputFilter(FILTER);
        return stream;
    }
}
