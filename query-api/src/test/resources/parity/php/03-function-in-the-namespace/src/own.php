<?php
namespace Shop\App;

function label(object $of): string { return 'own'; }
