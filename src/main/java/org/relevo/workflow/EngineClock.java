package org.relevo.workflow;

import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.flowable.common.engine.impl.runtime.Clock;

/** Lets the engine read the one clock, and nobody set it. */
class EngineClock implements Clock {

    private final java.time.Clock clock;

    EngineClock(java.time.Clock clock) {
        this.clock = clock;
    }

    @Override
    public Date getCurrentTime() {
        return Date.from(clock.instant());
    }

    @Override
    public Calendar getCurrentCalendar() {
        return getCurrentCalendar(getCurrentTimeZone());
    }

    @Override
    public Calendar getCurrentCalendar(TimeZone zone) {
        var calendar = new GregorianCalendar(zone);
        calendar.setTime(getCurrentTime());
        return calendar;
    }

    @Override
    public TimeZone getCurrentTimeZone() {
        return TimeZone.getTimeZone("UTC");
    }

    @Override
    public void setCurrentTime(Date time) {
        throw new IllegalStateException("Time comes from the clock bean; the engine cannot set it.");
    }

    @Override
    public void setCurrentCalendar(Calendar calendar) {
        setCurrentTime(calendar.getTime());
    }

    @Override
    public void reset() {
        // there is nothing to go back to: the clock bean is the only time
    }
}
