module program {
    requires jedis;
}
