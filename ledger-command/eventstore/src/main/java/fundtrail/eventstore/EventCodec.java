package fundtrail.eventstore;

import org.axonframework.messaging.eventhandling.EventMessage;

/** Turns an event into the bytes that are kept, and back. The application implements it; the event store never looks inside. */
public interface EventCodec {

    /**
     * Encodes an event while its append commits, in the lane: quick, without waiting for anything, and the same bytes
     * for the same event. Whatever it throws refuses the whole append, and the caller sees it.
     */
    Encoded encode(EventMessage event);

    /**
     * Decodes a stored fact, on any thread. The message's type has the name under which the fact was stored, or criteria
     * that name types would not find it.
     */
    EventMessage decode(StoredEvent stored);
}
