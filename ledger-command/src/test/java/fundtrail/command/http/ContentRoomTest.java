package fundtrail.command.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ContentRoomTest {
    private final ContentRoom room = new ContentRoom(2, Duration.ZERO);

    @Test
    void what_has_come_takes_room_and_gives_it_back() {
        ContentRoom.Share one = room.share();
        ContentRoom.Share other = room.share();
        one.hold(1_000);
        one.hold(1_025);
        assertEquals(DoorCode.BUSY, assertThrows(TurnedAway.class, () -> other.hold(1)).code());
        one.giveBack();
        other.hold(2_048);
    }

    @Test
    void content_beyond_the_room_is_turned_away_and_what_it_took_is_given_back() throws IOException {
        ContentRoom.Share greedy = room.share();
        assertEquals(DoorCode.BUSY, assertThrows(TurnedAway.class, () -> read(5_000, greedy)).code());
        greedy.giveBack();
        assertEquals(2_000, read(2_000, room.share()).length);
    }

    private static byte[] read(int bytes, ContentRoom.Share share) throws IOException {
        return Door.content(new ByteArrayInputStream(new byte[bytes]), 10_000, InstantSource.system(), share);
    }
}
