module program {
    requires redis.clients.jedis;
}
